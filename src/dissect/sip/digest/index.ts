export { md5 } from "./md5.js";
export { type Digest, type DigestInput, digestResponse } from "./response.js";

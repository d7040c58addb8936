/** A file's text, put into the bundle as it is (what an exported page is made of). */
declare module "*?raw" {
  const text: string;
  export default text;
}

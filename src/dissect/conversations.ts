import { Announcements } from "./announcements.js";

/** What earlier frames taught about later ones. Only the first, ordered pass over a capture adds to it. */
export class Conversations {
  readonly announcements = new Announcements();
}

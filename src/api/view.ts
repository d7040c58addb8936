import { type Displayable, jupyterDisplay, type MimeBundle } from "../display/index.js";

/** A picture, a player, a plot: made when it is shown, so in the language of that moment. */
export class View implements Displayable {
  constructor(private readonly make: () => MimeBundle) {}

  [jupyterDisplay](): MimeBundle {
    return this.make();
  }
}

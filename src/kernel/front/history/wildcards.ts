/** Whether a whole text is what a pattern with `*` (any characters) and `?` (one) says; takes length × length at most. */
export function matches(pattern: string, text: string): boolean {
  let at = 0;
  let place = 0;
  /** Where to go on after the last `*` when what follows it does not fit: one character further each time. */
  let star = -1;
  let resume = 0;
  while (place < text.length) {
    if (pattern[at] === "*") {
      star = at++;
      resume = place;
    } else if (pattern[at] === "?" || pattern[at] === text[place]) {
      at++;
      place++;
    } else if (star >= 0) {
      at = star + 1;
      place = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}

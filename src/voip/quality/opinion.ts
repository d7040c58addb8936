/** The mean opinion score that a rating stands for, 1 to 4.5 (MOS-CQE: G.107, annex B, formula B-4). */
export function meanOpinionScore(r: number): number {
  if (r <= 0) return 1;
  if (r >= 100) return 4.5;
  return 1 + 0.035 * r + r * (r - 60) * (100 - r) * 7e-6;
}

/** How satisfied users are with a rating (G.107, table B.1; G.109, table 1). */
export type Satisfaction =
  | "very satisfied"
  | "satisfied"
  | "some"
  | "many"
  | "nearly all"
  | "not recommended";

export function satisfaction(r: number): Satisfaction {
  const steps = ["very satisfied", "satisfied", "some", "many", "nearly all"] as const;
  return steps[Math.max(0, Math.ceil((90 - r) / 10))] ?? "not recommended";
}

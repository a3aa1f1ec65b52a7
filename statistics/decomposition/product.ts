import { finite } from "../arguments.ts";

/**
 * Change of a product a·b split into the part of each factor, Δa·(b₀ + b₁)/2 and Δb·(a₀ + a₁)/2, exact (Das Gupta 1993); cost per
 * contact is the product of cost and 1/contacts. In the unit of the product.
 */
export function decomposeProduct(
  before: { a: number; b: number },
  after: { a: number; b: number },
): { total: number; a: number; b: number } {
  for (const value of [before.a, before.b, after.a, after.b]) finite("factor", value);
  return {
    total: after.a * after.b - before.a * before.b,
    a: ((after.a - before.a) * (before.b + after.b)) / 2,
    b: ((after.b - before.b) * (before.a + after.a)) / 2,
  };
}

package io.schemamemory.testkit.planetscale;

/// Ids like PlanetScale's: twelve letters and digits without an order.
final class Ids {
  private static final long POSSIBLE = 4_738_381_338_321_616_896L; // 36 to the power of 12

  private Ids() {}

  /// Always the same id for a kind and a number.
  static String of(String kind, long number) {
    long mixed = kind.hashCode() * 0x9E3779B97F4A7C15L + number;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    String digits = Long.toString(Math.floorMod(mixed ^ (mixed >>> 31), POSSIBLE), 36);
    return "0".repeat(12 - digits.length()) + digits;
  }
}

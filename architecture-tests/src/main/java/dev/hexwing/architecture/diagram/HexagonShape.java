package dev.hexwing.architecture.diagram;

/**
 * A hexagon that lies flat on one side, with corners to the left and right.
 *
 * @param x middle
 * @param y middle
 * @param halfWidth from the middle to the corner on the right
 * @param halfHeight from the middle to the side on top
 * @param slope how far a slanted side comes in for each unit of height
 */
record HexagonShape(double x, double y, double halfWidth, double halfHeight, double slope) {

  /** The corners as an SVG points attribute. */
  String points() {
    double shoulder = halfWidth - slope * halfHeight;
    return corner(-halfWidth, 0)
        + corner(-shoulder, -halfHeight)
        + corner(shoulder, -halfHeight)
        + corner(halfWidth, 0)
        + corner(shoulder, halfHeight)
        + corner(-shoulder, halfHeight).strip();
  }

  private String corner(double dx, double dy) {
    return SvgWriter.round(x + dx) + "," + SvgWriter.round(y + dy) + " ";
  }

  HexagonShape movedDown(double by) {
    return new HexagonShape(x, y + by, halfWidth, halfHeight, slope);
  }

  /** From the middle line to the slanted side, at a height. */
  double reachAt(double atY) {
    return halfWidth - slope * Math.abs(atY - y);
  }

  /** Where a ray from the middle leaves the hexagon. */
  double[] edgeToward(double towardX, double towardY) {
    double dx = towardX - x;
    double dy = towardY - y;
    double toSlant = halfWidth / (Math.abs(dx) + slope * Math.abs(dy));
    double toFlat = dy == 0 ? Double.MAX_VALUE : halfHeight / Math.abs(dy);
    double part = Math.min(toSlant, toFlat);
    return new double[] {x + dx * part, y + dy * part};
  }
}

package dev.hexwing.rest.in;

/**
 * A method and a path that are answered.
 *
 * @param method the HTTP method
 * @param template the path with its parameters in braces; also the name in metrics and logs
 * @param purpose whom it serves
 * @param endpoint what answers
 */
record Route(String method, String template, Purpose purpose, Endpoint endpoint) {

  /** Whom a route serves. */
  enum Purpose {
    /** Customers and staff: bounded in number, logged at INFO. */
    SHOP,
    /** Customers who ask for money: as above, and each refusal says whether any may have moved. */
    MONEY,
    /** Operators' machines: let through when the shop is busy, logged at DEBUG. */
    OPERATIONS
  }

  static Route get(String template, Endpoint endpoint) {
    return new Route("GET", template, Purpose.SHOP, endpoint);
  }

  static Route post(String template, Endpoint endpoint) {
    return new Route("POST", template, Purpose.SHOP, endpoint);
  }

  static Route money(String template, Endpoint endpoint) {
    return new Route("POST", template, Purpose.MONEY, endpoint);
  }

  static Route operations(String template, Endpoint endpoint) {
    return new Route("GET", template, Purpose.OPERATIONS, endpoint);
  }
}

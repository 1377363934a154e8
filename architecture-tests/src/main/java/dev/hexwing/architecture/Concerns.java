package dev.hexwing.architecture;

/** Which rules look at which classes. */
final class Concerns {

  private Concerns() {}

  static boolean concerns(String rule, RoleAssignment of) {
    Role role = of.role();
    return switch (rule) {
      case "HEX-01",
          "HEX-02",
          "PUR-01",
          "PUR-02",
          "PUR-03",
          "PUR-04",
          "PUR-05",
          "PUR-06",
          "PUR-07",
          "PUR-08",
          "DDD-06" ->
          role.isDomain();
      case "HEX-03", "PUR-09" -> role == Role.APPLICATION || role.isPort();
      case "HEX-04", "HEX-10" -> role.isAdapter();
      case "HEX-05", "STY-01", "STY-02", "STY-06", "STY-07", "STY-08" -> isPublished(role);
      case "HEX-06", "HEX-07" -> isPublished(role) && role != Role.TESTKIT;
      case "STY-03", "STY-04", "STY-05" ->
          isPublished(role) && role != Role.TOOL && !role.isDomain();
      case "HEX-08", "STY-09" -> role == Role.DRIVING_PORT;
      case "HEX-09" -> role == Role.DRIVEN_PORT;
      case "HEX-11" -> role == Role.DRIVING_ADAPTER;
      case "HEX-12" -> role.isAdapter();
      case "HEX-13", "HEX-16" -> role.isInside() || role.isAdapter();
      case "HEX-14", "HEX-15" -> true;
      case "DDD-01", "DDD-17" -> of.is(Block.AGGREGATE_ROOT) || of.is(Block.ENTITY);
      case "DDD-02", "DDD-03", "DDD-13", "DDD-15", "DDD-19" -> of.is(Block.AGGREGATE_ROOT);
      case "DDD-04" -> of.is(Block.AGGREGATE_ROOT) || of.is(Block.ENTITY);
      case "DDD-05", "DDD-14" -> of.is(Block.VALUE_OBJECT) || of.is(Block.IDENTIFIER);
      case "DDD-07" -> of.is(Block.REPOSITORY);
      case "DDD-09", "DDD-10", "DDD-11", "DDD-12", "DDD-16" -> of.is(Block.DOMAIN_EVENT);
      case "DDD-18" -> of.is(Block.FACTORY) || of.is(Block.DOMAIN_SERVICE);
      case "DDD-08" -> role.isInside() && !of.context().isEmpty();
      case "CTX-01" -> role.isDomain() && !of.context().isEmpty();
      case "CTX-02" -> role == Role.SHARED_KERNEL;
      case "CTX-03", "CTX-04" -> role == Role.APPLICATION || role.isPort();
      case "CTX-05" -> role.isInside() && !of.context().isEmpty();
      default -> false;
    };
  }

  /** Main code that others may use. */
  static boolean isPublished(Role role) {
    return switch (role) {
      case EXAMPLE, TEST, GENERATED, IGNORED -> false;
      case DOMAIN,
          SHARED_KERNEL,
          APPLICATION,
          DRIVING_PORT,
          DRIVEN_PORT,
          ADAPTER,
          DRIVING_ADAPTER,
          DRIVEN_ADAPTER,
          COMPOSITION_ROOT,
          TOOL,
          TESTKIT,
          UNASSIGNED,
          AMBIGUOUS ->
          true;
    };
  }
}

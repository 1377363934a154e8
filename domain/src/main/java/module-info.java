/**
 * The domain of Hexwing: orders, payments, deliveries, notifications and access, without any
 * framework.
 *
 * <p>{@code Either} and {@code Option} of vavr and the stereotypes of jMolecules stand in public
 * signatures, so whoever requires this module reads theirs, too.
 */
module dev.hexwing.domain {
  requires transitive io.vavr;
  requires transitive org.jmolecules.ddd;
  requires transitive org.jmolecules.event;
  requires transitive org.jspecify;

  exports dev.hexwing.domain.access;
  exports dev.hexwing.domain.delivery;
  exports dev.hexwing.domain.notification;
  exports dev.hexwing.domain.ordering;
  exports dev.hexwing.domain.payments;
  exports dev.hexwing.domain.shared;
}

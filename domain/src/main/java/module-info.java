/**
 * The domain that a shop embeds: orders, payments, deliveries and the shared kernel, without any
 * framework.
 *
 * <p>{@code Either} and {@code Option} of vavr and the stereotypes of jMolecules stand in public
 * signatures, so whoever requires this module reads theirs, too.
 *
 * <p>Contexts that no order, payment or delivery needs are modules of their own ({@code
 * dev.hexwing.domain.access}, {@code dev.hexwing.domain.notification}). They alone see how events
 * become records here, and need not be there: the warning that they are not found is none.
 */
@SuppressWarnings("module")
module dev.hexwing.domain {
  requires transitive io.vavr;
  requires transitive org.jmolecules.ddd;
  requires transitive org.jmolecules.event;
  requires transitive org.jspecify;

  exports dev.hexwing.domain.delivery;
  exports dev.hexwing.domain.ordering;
  exports dev.hexwing.domain.payments;
  exports dev.hexwing.domain.shared;
  exports dev.hexwing.domain.shared.internal to
      dev.hexwing.domain.access,
      dev.hexwing.domain.notification;
}

package dev.hexwing.domain.testkit;

import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Every context of the domain, and jqwik's own types: a property asks for what it needs by type.
 *
 * <pre>{@code
 * @Property
 * @Domain(HexwingDomain.class)
 * void my_store_keeps_every_order(@ForAll Order order, @ForAll Money money) { … }
 * }</pre>
 */
@Domain(DomainContext.Global.class)
@Domain(SharedDomain.class)
@Domain(OrderingDomain.class)
@Domain(PaymentsDomain.class)
@Domain(DeliveryDomain.class)
@Domain(AccessDomain.class)
@Domain(NotificationDomain.class)
public final class HexwingDomain extends DomainContextBase {

  /** For jqwik, which makes one for each property. */
  public HexwingDomain() {}
}

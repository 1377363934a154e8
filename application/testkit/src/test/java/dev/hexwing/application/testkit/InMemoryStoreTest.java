package dev.hexwing.application.testkit;

import org.junit.jupiter.api.Nested;

/** The store in memory keeps to every contract. */
class InMemoryStoreTest {

  @Nested
  class As_a_unit_of_work extends UnitOfWorkContract {
    @Override
    protected StoreFixture open() {
      return new InMemoryFixture();
    }
  }

  @Nested
  class With_orders extends OrdersContract {
    @Override
    protected StoreFixture open() {
      return new InMemoryFixture();
    }
  }

  @Nested
  class With_payments extends PaymentsContract {
    @Override
    protected StoreFixture open() {
      return new InMemoryFixture();
    }
  }

  @Nested
  class With_open_payments extends OpenPaymentsContract {
    @Override
    protected StoreFixture open() {
      return new InMemoryFixture();
    }
  }

  @Nested
  class With_idempotency_keys extends IdempotencyKeysContract {
    @Override
    protected StoreFixture open() {
      return new InMemoryFixture();
    }
  }

  @Nested
  class With_leases extends LeasesContract {
    @Override
    protected StoreFixture open() {
      return new InMemoryFixture();
    }
  }

  @Nested
  class With_what_is_over extends RetentionContract {
    @Override
    protected StoreFixture open() {
      return new InMemoryFixture();
    }
  }

  @Nested
  class With_what_needs_attention extends AttentionContract {
    @Override
    protected StoreFixture open() {
      return new InMemoryFixture();
    }
  }

  @Nested
  class With_an_inbox extends InboxContract {
    @Override
    protected StoreFixture open() {
      return new InMemoryFixture();
    }
  }

  @Nested
  class With_dead_letters extends DeadLettersContract {
    @Override
    protected StoreFixture open() {
      return new InMemoryFixture();
    }
  }

  @Nested
  class With_an_outbox extends OutboxQueueContract {
    @Override
    protected StoreFixture open() {
      return new InMemoryFixture();
    }
  }

  @Nested
  class With_drones extends DronesContract {
    @Override
    protected StoreFixture open() {
      return new InMemoryFixture();
    }
  }

  @Nested
  class With_deliveries extends DeliveriesContract {
    @Override
    protected StoreFixture open() {
      return new InMemoryFixture();
    }
  }

  @Nested
  class With_journeys extends JourneysContract {
    @Override
    protected StoreFixture open() {
      return new InMemoryFixture();
    }
  }

  @Nested
  class With_a_history extends EventHistoryContract {
    @Override
    protected StoreFixture open() {
      return new InMemoryFixture();
    }
  }

  @Nested
  class With_consumers_that_start_in_spite_of_faults extends ConsumerStartFaultsContract {
    @Override
    protected StoreFixture open() {
      return new InMemoryFixture();
    }
  }

  @Nested
  class With_consumers_that_start extends ConsumerStartContract {
    @Override
    protected StoreFixture open() {
      return new InMemoryFixture();
    }
  }

  @Nested
  class With_journeys_built_anew extends JourneyRebuildContract {
    @Override
    protected StoreFixture open() {
      return new InMemoryFixture();
    }
  }

  @Nested
  class With_a_catalogue extends CatalogContract {
    @Override
    protected StoreFixture open() {
      return new InMemoryFixture();
    }
  }

  @Nested
  class With_figures extends ShopFiguresContract {
    @Override
    protected StoreFixture open() {
      return new InMemoryFixture();
    }
  }
}

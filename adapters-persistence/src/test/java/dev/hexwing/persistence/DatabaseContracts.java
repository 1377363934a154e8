package dev.hexwing.persistence;

import dev.hexwing.application.testkit.AttentionContract;
import dev.hexwing.application.testkit.CatalogContract;
import dev.hexwing.application.testkit.ConsumerStartContract;
import dev.hexwing.application.testkit.ConsumerStartFaultsContract;
import dev.hexwing.application.testkit.DeadLettersContract;
import dev.hexwing.application.testkit.DeliveriesContract;
import dev.hexwing.application.testkit.DronesContract;
import dev.hexwing.application.testkit.EventHistoryContract;
import dev.hexwing.application.testkit.IdempotencyKeysContract;
import dev.hexwing.application.testkit.InboxContract;
import dev.hexwing.application.testkit.JourneyRebuildContract;
import dev.hexwing.application.testkit.JourneysContract;
import dev.hexwing.application.testkit.LeasesContract;
import dev.hexwing.application.testkit.OpenPaymentsContract;
import dev.hexwing.application.testkit.OrdersContract;
import dev.hexwing.application.testkit.OutboxQueueContract;
import dev.hexwing.application.testkit.PaymentsContract;
import dev.hexwing.application.testkit.RetentionContract;
import dev.hexwing.application.testkit.ShopFiguresContract;
import dev.hexwing.application.testkit.StoreFixture;
import dev.hexwing.application.testkit.UnitOfWorkContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** A database keeps to every contract; which one, the extending class says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DatabaseContracts {

  private TestDatabase database;

  abstract TestDatabase connect();

  @BeforeAll
  final void openDatabase() {
    database = connect();
  }

  @AfterAll
  final void closeDatabase() {
    database.close();
  }

  final StoreFixture emptied() {
    return database.emptied();
  }

  @Nested
  class As_a_unit_of_work extends UnitOfWorkContract {
    @Override
    protected StoreFixture open() {
      return emptied();
    }
  }

  @Nested
  class With_orders extends OrdersContract {
    @Override
    protected StoreFixture open() {
      return emptied();
    }
  }

  @Nested
  class With_payments extends PaymentsContract {
    @Override
    protected StoreFixture open() {
      return emptied();
    }
  }

  @Nested
  class With_open_payments extends OpenPaymentsContract {
    @Override
    protected StoreFixture open() {
      return emptied();
    }
  }

  @Nested
  class With_idempotency_keys extends IdempotencyKeysContract {
    @Override
    protected StoreFixture open() {
      return emptied();
    }
  }

  @Nested
  class With_leases extends LeasesContract {
    @Override
    protected StoreFixture open() {
      return emptied();
    }
  }

  @Nested
  class With_what_is_over extends RetentionContract {
    @Override
    protected StoreFixture open() {
      return emptied();
    }
  }

  @Nested
  class With_what_needs_attention extends AttentionContract {
    @Override
    protected StoreFixture open() {
      return emptied();
    }
  }

  @Nested
  class With_an_inbox extends InboxContract {
    @Override
    protected StoreFixture open() {
      return emptied();
    }
  }

  @Nested
  class With_an_outbox extends OutboxQueueContract {
    @Override
    protected StoreFixture open() {
      return emptied();
    }
  }

  @Nested
  class With_dead_letters extends DeadLettersContract {
    @Override
    protected StoreFixture open() {
      return emptied();
    }
  }

  @Nested
  class With_drones extends DronesContract {
    @Override
    protected StoreFixture open() {
      return emptied();
    }
  }

  @Nested
  class With_deliveries extends DeliveriesContract {
    @Override
    protected StoreFixture open() {
      return emptied();
    }
  }

  @Nested
  class With_journeys extends JourneysContract {
    @Override
    protected StoreFixture open() {
      return emptied();
    }
  }

  @Nested
  class With_a_history extends EventHistoryContract {
    @Override
    protected StoreFixture open() {
      return emptied();
    }
  }

  @Nested
  class With_consumers_that_start_in_spite_of_faults extends ConsumerStartFaultsContract {
    @Override
    protected StoreFixture open() {
      return emptied();
    }
  }

  @Nested
  class With_consumers_that_start extends ConsumerStartContract {
    @Override
    protected StoreFixture open() {
      return emptied();
    }
  }

  @Nested
  class With_journeys_built_anew extends JourneyRebuildContract {
    @Override
    protected StoreFixture open() {
      return emptied();
    }
  }

  @Nested
  class With_a_catalogue extends CatalogContract {
    @Override
    protected StoreFixture open() {
      return emptied();
    }
  }

  @Nested
  class With_figures extends ShopFiguresContract {
    @Override
    protected StoreFixture open() {
      return emptied();
    }
  }
}

package dev.hexwing.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hexwing.application.ordering.Catalog;
import dev.hexwing.application.ordering.Product;
import dev.hexwing.application.store.WriteConflict.Subject;
import dev.hexwing.domain.ordering.Sku;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The catalogue in its table, answered from memory for a few seconds.
 *
 * <p>Safe for use by any number of threads.
 */
public final class ProductCatalog implements Catalog {

  private static final Duration KEPT = Duration.ofSeconds(5);
  private static final int MOST_CACHED = 20_000;
  private static final int BATCH = 500;
  private static final String ALL = "all";

  private static final String FIND =
      "select" + ProductRow.COLUMNS + "from products where sku in (<skus>)";

  private static final String BY_NAME =
      "select" + ProductRow.COLUMNS + "from products order by name, sku limit 10000";

  private static final String CLEAR = "delete from products";

  private static final String INSERT =
      "insert into products (" + ProductRow.COLUMNS + ") values (?, ?, ?, ?, ?)";

  private final Supplier<JdbcTransaction> reading;
  private final Supplier<JdbcTransaction> writing;
  private final Cache<Sku, Product> bySku =
      Caffeine.newBuilder().maximumSize(MOST_CACHED).expireAfterWrite(KEPT).build();
  private final Cache<String, List<Product>> byName =
      Caffeine.newBuilder().maximumSize(1).expireAfterWrite(KEPT).build();

  ProductCatalog(Supplier<JdbcTransaction> reading, Supplier<JdbcTransaction> writing) {
    this.reading = reading;
    this.writing = writing;
  }

  @Override
  public Map<Sku, Product> find(Set<Sku> skus) {
    return bySku.getAll(skus, this::load);
  }

  private Map<Sku, Product> load(Iterable<? extends Sku> skus) {
    List<String> names = new ArrayList<>();
    skus.forEach(sku -> names.add(sku.value()));
    Map<Sku, Product> found = new HashMap<>();
    for (Product product :
        read(
            handle ->
                handle
                    .createQuery(FIND)
                    .bindList("skus", names)
                    .mapTo(ProductRow.class)
                    .map(ProductRow::toDomain)
                    .list())) {
      found.put(product.sku(), product);
    }
    return found;
  }

  @Override
  public List<Product> all() {
    return byName.get(
        ALL,
        key ->
            read(
                handle ->
                    handle
                        .createQuery(BY_NAME)
                        .mapTo(ProductRow.class)
                        .map(ProductRow::toDomain)
                        .list()));
  }

  private List<Product> read(JdbcTransaction.OnHandle<List<Product>> query) {
    try (JdbcTransaction transaction = reading.get()) {
      return List.copyOf(transaction.read(query));
    }
  }

  /**
   * Puts exactly these products on sale, in one transaction; whoever reads meanwhile sees the old
   * ones. Of several of one name the last counts.
   *
   * @throws dev.hexwing.application.store.StoreUnavailable if the store is away
   */
  public void replaceAll(Iterable<Product> products) {
    Map<Sku, Product> distinct = new HashMap<>();
    products.forEach(product -> distinct.put(product.sku(), product));
    try (JdbcTransaction transaction = writing.get()) {
      try {
        transaction.write(Write.changingAny(CLEAR));
        insert(transaction, distinct.values());
        transaction.commit();
      } catch (Throwable e) {
        transaction.rollback(e);
        throw e;
      }
    }
    bySku.invalidateAll();
    byName.invalidateAll();
  }

  private static void insert(JdbcTransaction transaction, Collection<Product> products) {
    int waiting = 0;
    for (Product product : products) {
      ProductRow row = ProductRow.from(product);
      transaction.write(
          Write.inserting(INSERT, Subject.TRANSACTION, row.sku())
              .text(row.sku())
              .text(row.name())
              .number(row.unitAmount())
              .text(row.currency())
              .count(row.grams()));
      if (++waiting % BATCH == 0) {
        transaction.flush();
      }
    }
  }
}

package dev.hexwing.application.ordering;

import dev.hexwing.domain.ordering.OrderId;
import dev.hexwing.domain.ordering.OrderSnapshot;
import io.vavr.control.Option;
import java.util.List;

/** Orders, page by page. */
public interface OrderList {

  /**
   * Orders, the newest first.
   *
   * @param before only orders older than this one, if given; it need not exist
   * @param limit the most to hand back, 1 to 101
   */
  List<OrderSnapshot> newestFirst(Option<OrderId> before, int limit);
}

package dev.hexwing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The rules of how contexts meet")
class ContextRulesTest {

  private static final BrokenHouse HOUSE = BrokenHouse.of("contexts");

  @Nested
  class report_exactly {

    @Test
    void contexts_that_know_the_inside_of_another() {
      assertThat(HOUSE.violations("CTX-01"))
          .isEqualTo(
              """
              Method <Intrudes.read(PaymentEvent$PaymentConfirmed)> calls method <Receipt.text()>
              Method <Intrudes.receipt()> has generic return type <io.vavr.control.Option<Receipt>> with type argument depending on <Receipt>
              Method <Intrudes.take([LCardId;, OpenEvent, Payments)> depends on component type <CardId>
              Method <Intrudes.take([LCardId;, OpenEvent, Payments)> has parameter of type <OpenEvent>
              Method <Intrudes.take([LCardId;, OpenEvent, Payments)> has parameter of type <Payments>
              Method <Intrudes.take([LCardId;, OpenEvent, Payments)> has parameter of type <[LCardId;>
              """);
    }

    @Test
    void a_shared_kernel_that_leans_on_a_context() {
      assertThat(HOUSE.violations("CTX-02"))
          .isEqualTo(
              """
              Constructor <Leans.<init>(PaymentId, EventMetadata)> has parameter of type <PaymentId>
              Field <Leans.paymentId> has type <PaymentId>
              Method <Leans.paymentId()> has return type <PaymentId>
              """);
    }

    @Test
    void use_cases_that_reach_into_other_domains() {
      assertThat(HOUSE.violations("CTX-03"))
          .isEqualTo(
              """
              Constructor <NosyTranslator.<init>(Ordering, Order, ShowingOrder)> has parameter of type <Order>
              Field <NosyTranslator.order> has type <Order>
              Method <NosyTranslator.order()> has return type <Order>
              Method <NosyTranslator.read()> calls method <Order.amount()>
              Method <Paying.read(ShowOrder, OrderView, Stores)> calls method <OrderView.amount()>
              Method <Paying.read(ShowOrder, OrderView, Stores)> has parameter of type <OrderView>
              """);
    }

    @Test
    void use_cases_that_call_each_other_without_a_translator() {
      assertThat(HOUSE.violations("CTX-04"))
          .isEqualTo(
              """
              Constructor <NosyTranslator.<init>(Ordering, Order, ShowingOrder)> has parameter of type <Ordering>
              Constructor <NosyTranslator.<init>(Ordering, Order, ShowingOrder)> has parameter of type <ShowingOrder>
              Field <NosyTranslator.ordering> has type <Ordering>
              Field <NosyTranslator.showing> has type <ShowingOrder>
              Method <NosyTranslator.ordering()> has return type <Ordering>
              Method <NosyTranslator.read()> calls method <Ordering.count()>
              Method <NosyTranslator.showing()> has return type <ShowingOrder>
              Method <Paying.read(ShowOrder, OrderView, Stores)> calls method <Ordering.count()>
              Method <Paying.read(ShowOrder, OrderView, Stores)> calls method <ShowOrder.hashCode()>
              Method <Paying.read(ShowOrder, OrderView, Stores)> has parameter of type <ShowOrder>
              """);
    }
  }
}

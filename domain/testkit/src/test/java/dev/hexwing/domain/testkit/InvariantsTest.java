package dev.hexwing.domain.testkit;

import dev.hexwing.domain.access.ApiKeyEvent;
import dev.hexwing.domain.access.ApiKeySnapshot;
import dev.hexwing.domain.notification.NotificationEvent;
import dev.hexwing.domain.notification.NotificationSnapshot;
import dev.hexwing.domain.notification.NotificationStatus;
import dev.hexwing.domain.notification.SubscriberEvent;
import dev.hexwing.domain.notification.SubscriberSnapshot;
import dev.hexwing.domain.notification.SubscriberStatus;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.statistics.StatisticsReport;

/** What always holds of keys, notifications, subscribers and figures holds of ours. */
@StatisticsReport(onFailureOnly = true)
@Domain(HexwingDomain.class)
class InvariantsTest {

  @Property
  void of_api_keys_hold_in_every_life(
      @ForAll ActionChain<Life<ApiKeyCommand, ApiKeySnapshot, ApiKeyEvent>> chain) {
    Story<ApiKeyCommand, ApiKeySnapshot, ApiKeyEvent> story = chain.run().story();
    Invariant.checkAll(ApiKeyInvariant.values(), story);
    for (Step<ApiKeyCommand, ApiKeySnapshot> step : story.steps()) {
      Cases.met(
          "answer",
          10,
          step.refusalCode().getOrElse("taken"),
          "taken",
          "access.key-revoked",
          "access.key-expired",
          "access.scope-missing");
    }
  }

  @Property
  void of_notifications_hold_in_every_life(
      @ForAll
          ActionChain<Life<NotificationCommand, NotificationSnapshot, NotificationEvent>> chain) {
    Story<NotificationCommand, NotificationSnapshot, NotificationEvent> story = chain.run().story();
    Invariant.checkAll(NotificationInvariant.values(), story);
    for (Step<NotificationCommand, NotificationSnapshot> step : story.steps()) {
      Cases.met("status", 20, step.after().status(), (Object[]) NotificationStatus.values());
    }
  }

  @Property
  void of_subscribers_hold_in_every_life(
      @ForAll ActionChain<Life<SubscriberCommand, SubscriberSnapshot, SubscriberEvent>> chain) {
    Story<SubscriberCommand, SubscriberSnapshot, SubscriberEvent> story = chain.run().story();
    Invariant.checkAll(SubscriberInvariant.values(), story);
    for (Step<SubscriberCommand, SubscriberSnapshot> step : story.steps()) {
      Cases.met("status", 20, step.after().status(), (Object[]) SubscriberStatus.values());
    }
  }

  @Property
  void of_money_hold_for_all_figures(@ForAll Calculation figures) {
    Invariant.checkAll(MoneyInvariant.values(), figures.with(Arithmetic.ofMoney()));
    boolean same = figures.left().currency().equals(figures.right().currency());
    Cases.met("one currency", 20, same, true, false);
  }
}

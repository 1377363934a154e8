package dev.hexwing.application.delivery;

import dev.hexwing.domain.delivery.DropOff;
import dev.hexwing.domain.delivery.Parcel;
import dev.hexwing.domain.ordering.OrderEvent.OrderPaid;

/** Translates a paid order, in ordering's words, into a parcel in delivery's. */
final class ParcelTranslator {

  private ParcelTranslator() {}

  static Parcel parcelOf(OrderPaid paid) {
    return new Parcel(
        paid.grams(), new DropOff(paid.dropOff().latitude(), paid.dropOff().longitude()));
  }
}

package dev.hexwing.architecture.diagram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Places contexts on an ellipse, neighbours beside each other, so that few arrows cross.
 *
 * <p>Starts from the given order and swaps two places as long as that shortens the arrows: the same
 * contexts and links give the same places.
 */
final class Ring {

  private static final int MOST_ROUNDS = 20;
  private static final double CROSSING = 1.5;

  private final List<String> names;
  private final List<int[]> chords = new ArrayList<>();

  Ring(List<String> names, List<ContextLink> links) {
    this.names = List.copyOf(names);
    Map<String, Integer> index = new HashMap<>();
    names.forEach(name -> index.put(name, index.size()));
    for (ContextLink link : links) {
      Integer from = index.get(link.from());
      Integer to = index.get(link.to());
      if (from != null && to != null) {
        chords.add(new int[] {from, to});
      }
    }
  }

  /** The names in the order of their places. */
  List<String> order() {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      places.add(i);
    }
    double best = cost(places);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double before = best;
      for (int a = 1; a < places.size(); a++) {
        for (int b = a + 1; b < places.size(); b++) {
          Collections.swap(places, a, b);
          double cost = cost(places);
          if (cost < best - 1e-9) {
            best = cost;
          } else {
            Collections.swap(places, a, b);
          }
        }
      }
      if (best >= before) {
        break;
      }
    }
    return places.stream().map(names::get).toList();
  }

  private double cost(List<Integer> places) {
    int size = places.size();
    int[] at = new int[size];
    for (int place = 0; place < size; place++) {
      at[places.get(place)] = place;
    }
    double cost = 0;
    for (int i = 0; i < chords.size(); i++) {
      int from = at[chords.get(i)[0]];
      int to = at[chords.get(i)[1]];
      cost += Math.sin(Math.PI * Math.abs(from - to) / size);
      for (int j = 0; j < i; j++) {
        if (cross(from, to, at[chords.get(j)[0]], at[chords.get(j)[1]])) {
          cost += CROSSING;
        }
      }
    }
    return cost;
  }

  private static boolean cross(int a, int b, int c, int d) {
    int low = Math.min(a, b);
    int high = Math.max(a, b);
    return isBetween(low, c, high) != isBetween(low, d, high)
        && c != low
        && c != high
        && d != low
        && d != high;
  }

  private static boolean isBetween(int low, int place, int high) {
    return place > low && place < high;
  }
}

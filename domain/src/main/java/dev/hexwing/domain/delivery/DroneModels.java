package dev.hexwing.domain.delivery;

import dev.hexwing.domain.shared.InvalidValue;
import io.vavr.control.Either;
import java.util.Map;
import java.util.Objects;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * What each model of drone can carry, as its maker rates it.
 *
 * <pre>{@code
 * DroneModels models = new DroneModels(Map.of(new DroneModel("Heron 2"), new PayloadCapacity(2_000)));
 * models.capacityOf(model).map(capacity -> Drone.register(id, model, capacity, occasion));
 * }</pre>
 *
 * <p>Immutable, and safe for use by any number of threads.
 *
 * @param ratings the capacity of each known model
 */
@ValueObject
public record DroneModels(Map<DroneModel, PayloadCapacity> ratings) {

  /** Keeps its own copy. */
  public DroneModels {
    ratings = Map.copyOf(Objects.requireNonNull(ratings, "ratings"));
  }

  /** The heaviest parcel that a model can carry; a model that nobody rated is refused. */
  public Either<InvalidValue, PayloadCapacity> capacityOf(DroneModel model) {
    Objects.requireNonNull(model, "model");
    PayloadCapacity rated = ratings.get(model);
    return rated == null
        ? Either.left(new InvalidValue("drone.model-unknown", "model", "is not known: " + model))
        : Either.right(rated);
  }
}

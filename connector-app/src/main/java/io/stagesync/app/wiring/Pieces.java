package io.stagesync.app.wiring;

import io.stagesync.app.config.Config;
import io.stagesync.app.config.StorePlace;
import io.stagesync.app.config.Timetable;
import io.stagesync.engine.Crms;
import io.stagesync.engine.EmailKey;
import io.stagesync.engine.Story;
import io.stagesync.engine.Surroundings;
import io.stagesync.mapping.Mapping;
import io.stagesync.state.Store;
import java.util.Optional;

/** Where the parts come from. */
public interface Pieces {
  /** Both CRMs. */
  Crms crms(Config config, Mapping mapping, Machine machine);

  /** Opens the store; creates it when asked to. */
  Store store(StorePlace place, boolean create);

  /** An engine over one store. */
  Verbs engine(Store store, Crms crms, Mapping mapping, Surroundings surroundings);

  /** Finds a person's story. */
  Optional<Story> story(Store store, EmailKey key, String who);

  /** Starts the jobs; closing waits for the run under way. */
  AutoCloseable jobs(Timetable timetable, Verbs engine, Machine machine);
}

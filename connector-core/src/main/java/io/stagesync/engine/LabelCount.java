package io.stagesync.engine;

import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;

/**
 * How many people stand at a label: those whose two sides last agreed on it.
 *
 * @param inPipeline whether the mapping file counts them among the pipeline
 */
public record LabelCount(Track track, Label label, boolean inPipeline, long people) {}

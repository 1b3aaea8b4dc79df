/**
 * Text to a {@link io.stagesync.mapping.Mapping}, or everything that is wrong with the text; the
 * only place that knows YAML.
 */
@NullMarked
package io.stagesync.mapping.yaml;

import org.jspecify.annotations.NullMarked;

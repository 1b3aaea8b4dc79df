/**
 * A stateful HubSpot account over real HTTP, for the demo, the benchmark and the tests. It keeps
 * records and a search index that lags behind them, refuses what HubSpot refuses, and can be told
 * to misbehave.
 */
@NullMarked
package io.stagesync.hubspot.simulator;

import org.jspecify.annotations.NullMarked;

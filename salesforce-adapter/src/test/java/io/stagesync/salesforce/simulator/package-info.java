@NullMarked
package io.stagesync.salesforce.simulator;

import org.jspecify.annotations.NullMarked;

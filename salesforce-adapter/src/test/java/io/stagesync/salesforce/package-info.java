@NullMarked
package io.stagesync.salesforce;

import org.jspecify.annotations.NullMarked;

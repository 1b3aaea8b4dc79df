/**
 * What an adapter can do.
 *
 * <p>Terminology: a <b>record</b> is a Salesforce lead or a HubSpot contact with its mapped fields
 * as they are stored; a <b>feed</b> is one source of changes with a <b>cursor</b> of its own, the
 * position up to which it was read; a <b>page</b> is what one call brings; a <b>sweep</b> reads
 * every record; a <b>fetch</b> reads named records fresh; the <b>catalog</b> is what the fields
 * accept now.
 */
@NullMarked
package io.stagesync.port;

import org.jspecify.annotations.NullMarked;

/**
 * What is remembered, in SQL: SQLite in one file, or PostgreSQL. One text of each statement for
 * both; what differs between them stands in {@code SqliteDatabase} and {@code PostgresDatabase}.
 */
@NullMarked
package io.stagesync.state.jdbc;

import org.jspecify.annotations.NullMarked;

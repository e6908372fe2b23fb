/** What ingest cannot do, told to the catch-all directly: without Kafka and without the engine. */
@NullMarked
package io.tocsin.alertingest.edge.alarm;

import org.jspecify.annotations.NullMarked;

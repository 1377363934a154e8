/** Records of events as stores keep them for ever. */
package dev.hexwing.domain.records;

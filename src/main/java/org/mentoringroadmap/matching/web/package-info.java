/** Pages and JSON of the board, of preferences and of pairs known beforehand. */
package org.mentoringroadmap.matching.web;

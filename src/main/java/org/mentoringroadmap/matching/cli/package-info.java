/** The solver for files, from the command line. */
@NamedInterface("cli")
package org.mentoringroadmap.matching.cli;

import org.springframework.modulith.NamedInterface;

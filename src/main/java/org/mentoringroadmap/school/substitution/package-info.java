/** Who stands in for the holders of a role while they are away: «исполняет обязанности», from one day to another. */
@NamedInterface("substitution")
package org.mentoringroadmap.school.substitution;

import org.springframework.modulith.NamedInterface;

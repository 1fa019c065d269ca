/** Events of a programme, planned first and reported when they have taken place. */
@NamedInterface("event")
package org.mentoringroadmap.activity.event;

import org.springframework.modulith.NamedInterface;

/** Looks for a mentor for those who wait; a person decides. */
package org.mentoringroadmap.mentorship.proposal;

/** Consents of mentors whom the school employs to their duties (Labour Code, article 351.8). */
package org.mentoringroadmap.mentorship.duty;

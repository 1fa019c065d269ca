/** Letters with personal links: who is to get one, who has got it, and why somebody has not. */
@NamedInterface("mail")
package org.mentoringroadmap.questionnaire.mail;

import org.springframework.modulith.NamedInterface;

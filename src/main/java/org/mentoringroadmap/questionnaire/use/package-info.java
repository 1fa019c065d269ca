/** What is done with answers: changes of the register, views of others on the card, who asks for help. */
@NamedInterface("use")
package org.mentoringroadmap.questionnaire.use;

import org.springframework.modulith.NamedInterface;

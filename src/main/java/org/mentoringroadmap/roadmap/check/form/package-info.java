/** What a form has to be so that the renderer of forms shows it and a person can fill it in. */
package org.mentoringroadmap.roadmap.check.form;

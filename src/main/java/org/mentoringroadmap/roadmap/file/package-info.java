/** Files of models as plain trees, before anything is believed of them. */
package org.mentoringroadmap.roadmap.file;

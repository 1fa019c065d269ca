/** Activities that every class carries out by itself. */
package org.mentoringroadmap.activity.checklist;

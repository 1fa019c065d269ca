/** Orders on pairs that the pairs have left behind: what has changed since, and the order that amends them. */
package org.mentoringroadmap.document.amendment;

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for DMN models of any bytes: an error, or a model whose decisions can all be evaluated. */
#include "fuzz/rang-fuzz.h"

#include "rules/rang-rules-score.h"

#define HEAD                                                                                                           \
  "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"d\" name=\"h\" namespace=\"urn:h\">"
#define INPUT "<inputData id=\"i\" name=\"V\"><variable name=\"V\" typeRef=\"tV\"/></inputData>"
#define NEEDS "<informationRequirement><requiredInput href=\"#i\"/></informationRequirement>"

const char *const rang_fuzz_samples[] = {
  HEAD INPUT
  "<itemDefinition name=\"tV\"><typeRef>number</typeRef><allowedValues><text>[0..100]</text></allowedValues>"
  "</itemDefinition><decision id=\"p\" name=\"Points\"><variable name=\"Points\"/>" NEEDS
  "<decisionTable hitPolicy=\"COLLECT\" aggregation=\"SUM\"><input label=\"V\"><inputExpression typeRef=\"number\">"
  "<text>V</text></inputExpression><inputValues><text>&lt; 7</text></inputValues></input><output name=\"o\">"
  "<defaultOutputEntry><text>0</text></defaultOutputEntry></output><annotation name=\"ro\"/><rule id=\"r.1\">"
  "<description>one</description><inputEntry><text>[1..5], 7</text></inputEntry><outputEntry><text>3</text>"
  "</outputEntry><annotationEntry><text>unu</text></annotationEntry></rule></decisionTable></decision></definitions>",
  HEAD "<businessKnowledgeModel id=\"k\" name=\"fib\"><variable name=\"fib\"/><encapsulatedLogic>"
       "<formalParameter name=\"n\" typeRef=\"number\"/><literalExpression><text>if n &lt; 2 then n else fib (n - 1) + "
       "fib (n - 2)</text></literalExpression></encapsulatedLogic></businessKnowledgeModel><decision id=\"a\" "
       "name=\"A\"><knowledgeRequirement><requiredKnowledge href=\"#k\"/></knowledgeRequirement><invocation>"
       "<literalExpression><text>fib</text></literalExpression><binding><parameter name=\"n\"/><literalExpression>"
       "<text>9</text></literalExpression></binding></invocation></decision></definitions>",
  HEAD "<decision id=\"a\" name=\"A\"><context><contextEntry><variable name=\"x y\"/><list><literalExpression>"
       "<text>1</text></literalExpression></list></contextEntry><contextEntry><filter><in><relation><column "
       "name=\"c\"/><row><literalExpression><text>x y[1]</text></literalExpression></row></relation></in><match>"
       "<literalExpression><text>c = 1</text></literalExpression></match></filter></contextEntry></context></decision>"
       "<decisionService id=\"s\" name=\"S\"><outputDecision href=\"#a\"/></decisionService></definitions>",
  HEAD "<decision id=\"a\" name=\"A\"><conditional><if><some iteratorVariable=\"e\"><in><literalExpression><text>[1]"
       "</text></literalExpression></in><satisfies><literalExpression><text>e = 1</text></literalExpression>"
       "</satisfies></some></if><then><for iteratorVariable=\"e\"><in><literalExpression><text>1..3</text>"
       "</literalExpression></in><return><literalExpression><text>e</text></literalExpression></return></for></then>"
       "<else><functionDefinition><formalParameter name=\"z\"/><literalExpression><text>z</text></literalExpression>"
       "</functionDefinition></else></conditional></decision></definitions>",
  "<!DOCTYPE definitions [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" HEAD "&b;</definitions>",
  NULL
};

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  for (int lenient = 0; lenient < 2; lenient++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RangRules) rules = rang_rules_load_bytes (
          bytes, "fuzz.dmn", lenient != 0 ? RANG_RULES_LOAD_LENIENT : RANG_RULES_LOAD_DEFAULT, &error);
      g_autoptr (RangRulesInputs) inputs = rang_rules_inputs_new ();

      g_assert_true ((rules == NULL) == (error != NULL));
      if (rules == NULL)
        continue;
      rang_rules_check_inputs (rules, NULL);
      rang_rules_inputs_set_integer (inputs, "V", 3);
      rang_rules_score_free (rang_rules_score (rules, inputs, "ro", NULL));
      for (const char *const *name = rang_rules_get_decisions (rules); *name != NULL; name++)
        {
          g_autoptr (RangRulesResult) result = rang_rules_evaluate (rules, *name, inputs, NULL);
          if (result != NULL)
            g_free (rang_feel_value_to_text (rang_rules_result_get_value (result)));
        }
    }
  return 0;
}

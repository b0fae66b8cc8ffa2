/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for XML files of any bytes: an error or orders that can be stored, read the same each time. */
#include "fuzz/rang-fuzz-import.h"

#define HEAD                                                                                                           \
  "<?xml version=\"1.0\"?><Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\" "                      \
  "xmlns:a=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\" "                              \
  "xmlns:b=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\">"

const char *const rang_fuzz_samples[]
    = { HEAD
        "<b:ID>1</b:ID><b:IssueDate>2026-11-02</b:IssueDate><a:BuyerCustomerParty><a:Party><a:PartyName><b:Name>A"
        "</b:Name></a:PartyName></a:Party></a:BuyerCustomerParty><a:Delivery><a:DeliveryLocation><a:Address>"
        "<b:StreetName>S</b:StreetName></a:Address></a:DeliveryLocation><a:RequestedDeliveryPeriod><b:StartDate>"
        "2026-11-05</b:StartDate><b:EndDate>2026-11-06Z</b:EndDate><b:EndTime>12:00:00.5Z</b:EndTime>"
        "</a:RequestedDeliveryPeriod></a:Delivery><a:AnticipatedMonetaryTotal><b:PayableAmount currencyID=\"RON\">1.5"
        "</b:PayableAmount></a:AnticipatedMonetaryTotal></Order>",
        HEAD "<b:ID>2</b:ID><a:OrderLine><a:LineItem><b:Quantity unitCode=\"EA\">1</b:Quantity><a:Delivery>"
             "<b:LatestDeliveryDate>2026-11-06</b:LatestDeliveryDate></a:Delivery></a:LineItem></a:OrderLine></Order>",
        "<!DOCTYPE Order [<!ENTITY a \"b\">]>" HEAD "<b:Note>&a;<![CDATA[x]]><!-- y --></b:Note></Order>", NULL };

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  rang_fuzz_import (data, size, NULL);
  return 0;
}

"""Countries and blocs by the names, abbreviations and adjectives that people use for them: plain data.

A line is a term, a colon and its names, comma-separated, folded. Bare "korea" and "congo" are left out: they name two.
"""

from __future__ import annotations

_TABLE = """
afghanistan: afghanistan, afghan, afghani
albania: albania, albanian
algeria: algeria, algerian
angola: angola, angolan
argentina: argentina, argentine, argentinian
armenia: armenia, armenian
australia: australia, australian, aussie
austria: austria, austrian
azerbaijan: azerbaijan, azerbaijani, azeri
bahrain: bahrain, bahraini
bangladesh: bangladesh, bangladeshi
belarus: belarus, belarusian
belgium: belgium, belgian
bolivia: bolivia, bolivian
bosnia: bosnia, bosnian, bosnia and herzegovina
botswana: botswana
brazil: brazil, brazilian
brunei: brunei, bruneian, brunei darussalam
bulgaria: bulgaria, bulgarian
burkina-faso: burkina faso, burkinabe
burundi: burundi, burundian
cambodia: cambodia, cambodian
cameroon: cameroon, cameroonian
canada: canada, canadian
chad: chad, chadian
chile: chile, chilean
china: china, chinese, prc, people's republic of china, peoples republic of china, people republic of china
colombia: colombia, colombian
costa-rica: costa rica, costa rican
croatia: croatia, croatian, croat
cuba: cuba, cuban
cyprus: cyprus, cypriot
czechia: czechia, czech, czech republic
denmark: denmark, danish, dane
dominican-republic: dominican republic
dr-congo: drc, dr congo, democratic republic of the congo, democratic republic of congo
east-timor: east timor, timor leste, timorese
ecuador: ecuador, ecuadorian
egypt: egypt, egyptian
el-salvador: el salvador, salvadoran
eritrea: eritrea, eritrean
estonia: estonia, estonian
eswatini: eswatini, swaziland, swazi
ethiopia: ethiopia, ethiopian
eu: eu, european union
fiji: fiji, fijian
finland: finland, finnish, finn
france: france, french
gabon: gabon, gabonese
gambia: gambia, gambian
georgia: georgia, georgian
germany: germany, german
ghana: ghana, ghanaian
greece: greece, greek
greenland: greenland, greenlandic
guatemala: guatemala, guatemalan
guinea: guinea, guinean
haiti: haiti, haitian
honduras: honduras, honduran
hungary: hungary, hungarian
iceland: iceland, icelandic, icelander
india: india, indian
indonesia: indonesia, indonesian
iran: iran, iranian
iraq: iraq, iraqi
ireland: ireland, irish
israel: israel, israeli
italy: italy, italian
ivory-coast: ivory coast, cote d'ivoire, ivorian
jamaica: jamaica, jamaican
japan: japan, japanese
jordan: jordan, jordanian
kazakhstan: kazakhstan, kazakh, kazakhstani
kenya: kenya, kenyan
kosovo: kosovo, kosovar
kuwait: kuwait, kuwaiti
kyrgyzstan: kyrgyzstan, kyrgyz
laos: laos, lao, laotian
latvia: latvia, latvian
lebanon: lebanon, lebanese
lesotho: lesotho, basotho
liberia: liberia, liberian
libya: libya, libyan
lithuania: lithuania, lithuanian
luxembourg: luxembourg
madagascar: madagascar, malagasy
malawi: malawi, malawian
malaysia: malaysia, malaysian
maldives: maldives, maldivian
mali: mali, malian
malta: malta, maltese
mauritania: mauritania, mauritanian
mauritius: mauritius, mauritian
mexico: mexico, mexican
moldova: moldova, moldovan
mongolia: mongolia, mongolian
montenegro: montenegro, montenegrin
morocco: morocco, moroccan
mozambique: mozambique, mozambican
myanmar: myanmar, burma, burmese
namibia: namibia, namibian
nepal: nepal, nepali, nepalese
netherlands: netherlands, dutch, holland
new-zealand: new zealand, nz, new zealander
nicaragua: nicaragua, nicaraguan
niger: niger, nigerien
nigeria: nigeria, nigerian
north-korea: north korea, north korean, dprk, democratic people's republic of korea, pyongyang
north-macedonia: north macedonia, macedonian
norway: norway, norwegian
oman: oman, omani
pakistan: pakistan, pakistani
palestine: palestine, palestinian
panama: panama, panamanian
papua-new-guinea: papua new guinea, png
paraguay: paraguay, paraguayan
peru: peru, peruvian
philippines: philippines, philippine, filipino, filipina
poland: poland, polish, pole
portugal: portugal, portuguese
puerto-rico: puerto rico, puerto rican
qatar: qatar, qatari
romania: romania, romanian
russia: russia, russian, russian federation
rwanda: rwanda, rwandan
samoa: samoa, samoan
saudi-arabia: saudi arabia, saudi, saudi arabian, ksa
scotland: scotland, scottish, scot
senegal: senegal, senegalese
serbia: serbia, serbian, serb
sierra-leone: sierra leone, sierra leonean
singapore: singapore, singaporean
slovakia: slovakia, slovak, slovakian
slovenia: slovenia, slovenian, slovene
solomon-islands: solomon islands
somalia: somalia, somali
south-africa: south africa, south african
south-korea: south korea, south korean, rok, republic of korea
south-sudan: south sudan, south sudanese
spain: spain, spanish, spaniard
sri-lanka: sri lanka, sri lankan
sudan: sudan, sudanese
sweden: sweden, swedish, swede
switzerland: switzerland, swiss
syria: syria, syrian
taiwan: taiwan, taiwanese
tajikistan: tajikistan, tajik
tanzania: tanzania, tanzanian
thailand: thailand, thai
togo: togo, togolese
tonga: tonga, tongan
tunisia: tunisia, tunisian
turkey: turkey, turkish, turkiye, turk
turkmenistan: turkmenistan, turkmen
uae: uae, united arab emirates, emirati
uganda: uganda, ugandan
uk: uk, united kingdom, britain, british, great britain, briton
ukraine: ukraine, ukrainian
un: un, united nations
uruguay: uruguay, uruguayan
us: us, usa, america, american, united states, united states of america
uzbekistan: uzbekistan, uzbek
vatican: vatican, holy see
venezuela: venezuela, venezuelan
vietnam: vietnam, vietnamese, viet nam
wales: wales, welsh
yemen: yemen, yemeni
zambia: zambia, zambian
zimbabwe: zimbabwe, zimbabwean
"""

COUNTRIES: dict[str, str] = {
    name: f"={term}"
    for term, _, names in (line.partition(": ") for line in _TABLE.strip().splitlines())
    for name in names.split(", ")
}
"""Folded name → the country's term ("iraqi" → "=iraq")."""

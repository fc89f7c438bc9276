/** What the commonest passwords are made of; long ones repeat or join them. Lower case, at least three letters. */
export const commonWords: readonly string[] =
  `password passwort passw0rd p@ssw0rd p@ssword pa55word passcode passphrase changeme letmein welcome welc0me admin administrator root user guest
login master secret superman batman spiderman pokemon princess sunshine football baseball basketball soccer hockey monkey dragon shadow michael
jordan jennifer jessica charlie ashley daniel thomas robert matthew andrew joshua michelle nicole hunter ranger buster harley tigger killer pepper
ginger cookie summer winter spring autumn january february march april june july august september october november december monday friday sunday
iloveyou loveyou love lovely babygirl angel flower freedom whatever trustno1 starwars computer internet samsung google facebook microsoft windows
apple iphone android mustang corvette ferrari mercedes porsche yankees dallas chelsea arsenal liverpool barcelona london paris america canada
china beijing shanghai qingdao japan tokyo osaka nihon woaini woaiwojia wobuzhidao nihao mima sakura naruto doraemon
correcthorsebatterystaple correct horse battery staple thequickbrownfox quickbrownfox thequick brown jumps over lazy
tobeornottobe maytheforcebewithyou openness opensesame letmein123 testing test demo sample example temporary temp default
zone headway progress target targets investment register manager analyst viewer company office work
hello hallo bonjour hola goodbye goodmorning cheese chocolate banana orange purple yellow silver golden diamond money dollar
abc abcd abcde abcdef alphabet qwerty qwertz azerty asdf asdfgh zxcv zxcvbn qazwsx qwer wasd`
    .split(/\s+/)
    .filter((word) => word.length >= 3);

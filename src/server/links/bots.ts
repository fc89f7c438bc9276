const bots =
  /bot\b|bot\/|crawl|spider|slurp|preview|scan|fetch|facebookexternalhit|whatsapp|telegram|slack|skype|discord|teams|wechat\/|mailchimp|barracuda|proofpoint|mimecast|safelinks|headless|phantom|curl|wget|python|java\/|go-http|okhttp|axios|node|undici|libwww|httpclient/i;

/** Whether software that calls itself so opened a link, and not a person. One that says nothing is software. */
export const isBot = (userAgent: string | null): boolean =>
  userAgent === null || userAgent.trim() === '' || bots.test(userAgent);

// A person who talks with the bot through telegram-test-api, a Bot API server that we did not write.
//
//   node conversation.js TOKEN
//
// Prints {"url": …} when the server listens. Then reads one JSON object a line and prints what the bot did:
//   {"say": TEXT}                           → the message that the bot sent
//   {"press": DATA, "message_id": NUMBER}   → the message as the bot has edited it
// Ends with its input.
//
// The package leaves out some of what Telegram sends and a strict client needs; `complete` adds it.

"use strict";

const net = require("net");
const readline = require("readline");
const TelegramServer = require("telegram-test-api").default || require("telegram-test-api");

const PATIENCE = 30000; // milliseconds to wait for the bot
const IDLE = 50; // milliseconds that a poll without updates lasts: the package answers at once

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once("error", reject);
    probe.listen(0, "localhost", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function complete(method, answer) {
  const result = answer.result;
  if (result === null) return { ...answer, result: true };
  if (method === "getMe") return { ...answer, result: { ...result, is_bot: true } };
  if (method === "getUpdates") {
    const updates = result.map((update) =>
      update.callback_query ? { ...update, callback_query: { ...update.callback_query, chat_instance: "1" } } : update);
    return { ...answer, result: updates };
  }
  if (method === "sendMessage" && result) {
    const { message_id, chat, text, reply_markup } = result;
    return { ...answer, result: { message_id, chat, text, reply_markup, date: Math.floor(Date.now() / 1000) } };
  }
  return answer;
}

function completing(app) {
  return (request, response) => {
    const [, method] = /^\/bot[^/]+\/(\w+)/.exec(request.url) || [];
    if (method === "setMyCommands") {
      response.setHeader("Content-Type", "application/json");
      response.end('{"ok":true,"result":true}');
      return;
    }
    if (method) {
      response.json = function (answer) {
        const send = () => Object.getPrototypeOf(response).json.call(response, complete(method, answer));
        const idle = method === "getUpdates" && answer.result && answer.result.length === 0;
        if (idle) setTimeout(send, IDLE);
        else send();
        return response;
      };
    }
    app(request, response);
  };
}

async function pressed(server, client, { press, message_id }) {
  const edited = new Promise((resolve) => server.once("EditedMessageText", resolve));
  const query = client.makeCallbackQuery(press, {
    message: { message_id, date: Math.floor(Date.now() / 1000), text: "as sent" },
  });
  await client.sendCallback(query);
  await edited;
  const history = await client.getUpdatesHistory();
  return history.find((update) => update.messageId === message_id);
}

async function said(client, text) {
  const isCommand = text.startsWith("/");
  if (isCommand) await client.sendCommand(client.makeCommand(text));
  else await client.sendMessage(client.makeMessage(text));
  const { result } = await client.getUpdates();
  return result[0];
}

async function main(token) {
  const server = new TelegramServer({ port: await freePort() });
  const app = server.webServer;
  server.webServer = Object.assign(completing(app), { settings: app.settings });
  await server.start();
  const client = server.getClient(token, { timeout: PATIENCE, interval: 20 });
  console.log(JSON.stringify({ url: server.config.apiURL }));
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const wish = JSON.parse(line);
    const update = "say" in wish ? await said(client, wish.say) : await pressed(server, client, wish);
    console.log(JSON.stringify({ message_id: update.messageId, ...update.message }));
  }
  process.exit(0);
}

main(process.argv[2]).catch((error) => {
  console.error(error);
  process.exit(1);
});

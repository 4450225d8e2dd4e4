import { MockAgent, setGlobalDispatcher } from 'undici'

/** Tests reach loopback only: whatever dials through the global dispatcher elsewhere throws. */
const agent = new MockAgent()
agent.disableNetConnect()
agent.enableNetConnect(/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/)
setGlobalDispatcher(agent)

import './disarm.ts';
import { createService } from './create-service.ts';
import { type Port, serve } from './serve.ts';

serve(createService(), self as unknown as Port);

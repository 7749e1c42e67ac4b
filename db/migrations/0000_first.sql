CREATE TABLE `api_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`name` text NOT NULL,
	`sha256` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`last_used_at` integer,
	FOREIGN KEY (`organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_sha256_unique` ON `api_tokens` (`sha256`);--> statement-breakpoint
CREATE INDEX `api_tokens_listed` ON `api_tokens` (`organisation`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`organisation` text NOT NULL,
	`key` text NOT NULL,
	`body_sha256` text NOT NULL,
	`status` integer,
	`response` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation`, `key`),
	FOREIGN KEY (`organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_aged` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `job_events` (
	`job` text NOT NULL,
	`sequence` integer NOT NULL,
	`organisation` text NOT NULL,
	`at` integer NOT NULL,
	`event` text NOT NULL,
	PRIMARY KEY(`job`, `sequence`),
	FOREIGN KEY (`job`) REFERENCES `jobs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`scenario` text NOT NULL,
	`settings` text NOT NULL,
	`result_key` text NOT NULL,
	`state` text NOT NULL,
	`lease` text,
	`lease_expires_at` integer,
	`attempts` integer NOT NULL,
	`stop_requested` integer NOT NULL,
	`plan` text,
	`fault` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_result` ON `jobs` (`organisation`,`result_key`) WHERE state in ('queued', 'running', 'done');--> statement-breakpoint
CREATE INDEX `jobs_listed` ON `jobs` (`organisation`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `jobs_waiting` ON `jobs` (`state`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `plans` (
	`organisation` text NOT NULL,
	`digest` text NOT NULL,
	`scenario` text NOT NULL,
	`name` text NOT NULL,
	`status` text NOT NULL,
	`shortfall` real,
	`cost` real,
	`members` integer NOT NULL,
	`multiple` real,
	`gap` real,
	`document` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation`, `digest`),
	FOREIGN KEY (`organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `plans_listed` ON `plans` (`organisation`,`created_at`,`digest`);--> statement-breakpoint
CREATE INDEX `plans_of_scenario` ON `plans` (`organisation`,`scenario`,`created_at`,`digest`);--> statement-breakpoint
CREATE TABLE `registries` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation` text NOT NULL,
	`name` text NOT NULL,
	`version` integer NOT NULL,
	`edition` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `registries_named` ON `registries` (`organisation`,`name`);--> statement-breakpoint
CREATE TABLE `scenarios` (
	`organisation` text NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	`parent` text,
	`patch` text,
	`document` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`organisation`, `sha256`),
	FOREIGN KEY (`organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `scenarios_listed` ON `scenarios` (`organisation`,`created_at`,`sha256`);--> statement-breakpoint
CREATE TABLE `supplier_certificates` (
	`registry` text NOT NULL,
	`certificate` text NOT NULL,
	`supplier` text NOT NULL,
	`organisation` text NOT NULL,
	PRIMARY KEY(`registry`, `supplier`, `certificate`),
	FOREIGN KEY (`organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `supplier_certificates_found` ON `supplier_certificates` (`registry`,`certificate`,`supplier`);--> statement-breakpoint
CREATE TABLE `supplier_processes` (
	`registry` text NOT NULL,
	`process` text NOT NULL,
	`supplier` text NOT NULL,
	`organisation` text NOT NULL,
	PRIMARY KEY(`registry`, `supplier`, `process`),
	FOREIGN KEY (`organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `supplier_processes_found` ON `supplier_processes` (`registry`,`process`,`supplier`);--> statement-breakpoint
CREATE TABLE `suppliers` (
	`registry` text NOT NULL,
	`organisation` text NOT NULL,
	`supplier` text NOT NULL,
	`version` integer NOT NULL,
	`category` text,
	`region` text,
	`document` text NOT NULL,
	PRIMARY KEY(`registry`, `supplier`),
	FOREIGN KEY (`registry`) REFERENCES `registries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `suppliers_by_category` ON `suppliers` (`registry`,`category`,`supplier`);--> statement-breakpoint
CREATE INDEX `suppliers_by_region` ON `suppliers` (`registry`,`region`,`supplier`);
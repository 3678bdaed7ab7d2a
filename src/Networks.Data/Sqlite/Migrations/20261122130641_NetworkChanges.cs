using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Networks.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class NetworkChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // With its reference in one statement: adding the reference later would copy the table outside of the transaction.
            migrationBuilder.Sql("""ALTER TABLE "Filings" ADD "ChangeId" TEXT NULL CONSTRAINT "FK_Filings_NetworkChanges_ChangeId" REFERENCES "NetworkChanges" ("Id") ON DELETE RESTRICT;""");

            migrationBuilder.CreateTable(
                name: "NetworkChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ParticipantId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    OpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NoticeOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ContributionCents = table.Column<long>(type: "INTEGER", nullable: true),
                    FilerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TermsJson = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    VoteLastDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Agreed = table.Column<bool>(type: "INTEGER", nullable: true),
                    DocumentOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Document = table.Column<Guid>(type: "TEXT", nullable: true),
                    NotaryName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Repertorio = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NetworkChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NetworkChanges_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NetworkChanges_Files_Document",
                        column: x => x.Document,
                        principalTable: "Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NetworkChanges_Participants_FilerId",
                        column: x => x.FilerId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NetworkChanges_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChangeTasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Values = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneNote = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeTasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChangeTasks_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChangeTasks_NetworkChanges_ChangeId",
                        column: x => x.ChangeId,
                        principalTable: "NetworkChanges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChangeVotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParticipantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Yes = table.Column<bool>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SignedName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeVotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChangeVotes_NetworkChanges_ChangeId",
                        column: x => x.ChangeId,
                        principalTable: "NetworkChanges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChangeVotes_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Filings_ChangeId",
                table: "Filings",
                column: "ChangeId");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeTasks_CaseId",
                table: "ChangeTasks",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeTasks_ChangeId",
                table: "ChangeTasks",
                column: "ChangeId");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeVotes_ChangeId_ParticipantId",
                table: "ChangeVotes",
                columns: new[] { "ChangeId", "ParticipantId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChangeVotes_ParticipantId",
                table: "ChangeVotes",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeVotes_TokenHash",
                table: "ChangeVotes",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NetworkChanges_CaseId_Status",
                table: "NetworkChanges",
                columns: new[] { "CaseId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_NetworkChanges_Document",
                table: "NetworkChanges",
                column: "Document");

            migrationBuilder.CreateIndex(
                name: "IX_NetworkChanges_FilerId",
                table: "NetworkChanges",
                column: "FilerId");

            migrationBuilder.CreateIndex(
                name: "IX_NetworkChanges_ParticipantId",
                table: "NetworkChanges",
                column: "ParticipantId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Filings_NetworkChanges_ChangeId",
                table: "Filings");

            migrationBuilder.DropTable(
                name: "ChangeTasks");

            migrationBuilder.DropTable(
                name: "ChangeVotes");

            migrationBuilder.DropTable(
                name: "NetworkChanges");

            migrationBuilder.DropIndex(
                name: "IX_Filings_ChangeId",
                table: "Filings");

            migrationBuilder.DropColumn(
                name: "ChangeId",
                table: "Filings");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Networks.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddChangeDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FrozenHash",
                table: "NetworkChanges",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "FrozenPdf",
                table: "NetworkChanges",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ResidualCents",
                table: "NetworkChanges",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "WordFile",
                table: "NetworkChanges",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "WaivedOn",
                table: "FundContributions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ChangeSignatures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    File = table.Column<Guid>(type: "TEXT", nullable: false),
                    FrozenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ReportJson = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UploadedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Signatories = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    AcceptedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AcceptedReason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeSignatures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChangeSignatures_Files_File",
                        column: x => x.File,
                        principalTable: "Files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChangeSignatures_NetworkChanges_ChangeId",
                        column: x => x.ChangeId,
                        principalTable: "NetworkChanges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FundingOpportunities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NotedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Deadline = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    SettledOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FundingOpportunities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FundingOpportunities_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ChangeSignatures_ChangeId",
                table: "ChangeSignatures",
                column: "ChangeId");

            migrationBuilder.CreateIndex(
                name: "IX_ChangeSignatures_File",
                table: "ChangeSignatures",
                column: "File");

            migrationBuilder.CreateIndex(
                name: "IX_FundingOpportunities_CaseId",
                table: "FundingOpportunities",
                column: "CaseId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ChangeSignatures");

            migrationBuilder.DropTable(
                name: "FundingOpportunities");

            migrationBuilder.DropColumn(
                name: "FrozenHash",
                table: "NetworkChanges");

            migrationBuilder.DropColumn(
                name: "FrozenPdf",
                table: "NetworkChanges");

            migrationBuilder.DropColumn(
                name: "ResidualCents",
                table: "NetworkChanges");

            migrationBuilder.DropColumn(
                name: "WordFile",
                table: "NetworkChanges");

            migrationBuilder.DropColumn(
                name: "WaivedOn",
                table: "FundContributions");
        }
    }
}

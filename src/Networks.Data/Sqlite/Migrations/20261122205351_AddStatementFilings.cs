using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Networks.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddStatementFilings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // With its reference in one statement: adding the reference later would copy the table outside of the transaction.
            migrationBuilder.Sql("""ALTER TABLE "NetworkChanges" ADD "ConsolidatedText" TEXT NULL CONSTRAINT "FK_NetworkChanges_Files_ConsolidatedText" REFERENCES "Files" ("Id") ON DELETE RESTRICT;""");

            migrationBuilder.AddColumn<int>(
                name: "MinimumFirms",
                table: "FundingCalls",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MinimumInProvinces",
                table: "FundingCalls",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Provinces",
                table: "FundingCalls",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.Sql("""ALTER TABLE "Filings" ADD "DutyId" TEXT NULL CONSTRAINT "FK_Filings_Duties_DutyId" REFERENCES "Duties" ("Id") ON DELETE RESTRICT;""");

            migrationBuilder.CreateIndex(
                name: "IX_NetworkChanges_ConsolidatedText",
                table: "NetworkChanges",
                column: "ConsolidatedText");

            migrationBuilder.CreateIndex(
                name: "IX_Filings_DutyId",
                table: "Filings",
                column: "DutyId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Filings_Duties_DutyId",
                table: "Filings");

            migrationBuilder.DropForeignKey(
                name: "FK_NetworkChanges_Files_ConsolidatedText",
                table: "NetworkChanges");

            migrationBuilder.DropIndex(
                name: "IX_NetworkChanges_ConsolidatedText",
                table: "NetworkChanges");

            migrationBuilder.DropIndex(
                name: "IX_Filings_DutyId",
                table: "Filings");

            migrationBuilder.DropColumn(
                name: "ConsolidatedText",
                table: "NetworkChanges");

            migrationBuilder.DropColumn(
                name: "MinimumFirms",
                table: "FundingCalls");

            migrationBuilder.DropColumn(
                name: "MinimumInProvinces",
                table: "FundingCalls");

            migrationBuilder.DropColumn(
                name: "Provinces",
                table: "FundingCalls");

            migrationBuilder.DropColumn(
                name: "DutyId",
                table: "Filings");
        }
    }
}
